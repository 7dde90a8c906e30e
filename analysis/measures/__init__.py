"""Every published number, one function each. A module put in this folder is found; nothing is registered anywhere."""
