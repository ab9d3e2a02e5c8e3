"""办事指南: what a service needs, where and how long, found by what happens in a life."""
