"""The site that residents meet: home, villages, offices, deadline calculator, feeds, labels."""
