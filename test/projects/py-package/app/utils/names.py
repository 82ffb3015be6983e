def name():
    return "name"
