"""阳光镇务: the disclosure portal. `core` lies below the domain apps, `site` above them."""
