"""事故档案: from the event to the review of what was put right, stage by stage."""
