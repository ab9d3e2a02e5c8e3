"""Personal data that must not be published: found, named and masked."""
