"""The builders behind make_sample_data.py: invented papers in the house styles that real secretaries use."""
