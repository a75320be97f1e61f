"""How forms are drawn, ours and those of the door: label, hint, what is wrong, field."""

from django.forms.renderers import TemplatesSetting


class Forms(TemplatesSetting):
    """Draws forms and fields with the portal's templates."""

    form_template_name = "portal/parts/form.html"
    field_template_name = "portal/parts/field.html"
