"""Large libraries of invented papers, made of the sample's passages without encoding any."""
