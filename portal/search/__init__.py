"""Finding what is public: an index of words that answers alike on both databases."""
