"""The law as pure functions and enumerations. Knows neither Django nor the network."""
