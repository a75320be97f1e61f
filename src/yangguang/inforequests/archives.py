"""Reading the archives: what is said of a request that was filed before."""

from django.utils.translation import gettext as _

from yangguang.inforequests.derivation import Standing


def remarks(request: Standing) -> list[str]:
    """What to know of a file that was taken out of its box again."""
    if not request.filed_before:
        return []
    former = "、".join(one.reference for one in request.filed_before)
    if request.filed:
        return [_("原档号 {former}，现已改编。").format(former=former)]
    return [
        _("归档以后又有复议、诉讼，材料有增加：办完以后要重新归档（原档号 {former}）。").format(
            former=former
        )
    ]
