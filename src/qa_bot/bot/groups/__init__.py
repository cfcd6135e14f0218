"""What groups and channels need: settings in their admins' hands, manners, and keeping up with what becomes of them."""
