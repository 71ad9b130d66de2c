"""Pictures: where things stand on the paper. The templates and the sheet draw them."""
