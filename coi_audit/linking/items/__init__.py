"""What an agenda item is: decision type, scope, purpose, parties and neighbours, from its words."""
