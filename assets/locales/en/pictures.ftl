## Pictures on cards and personas

edit-change-images = { $count ->
    [one] Change picture
   *[other] Change { $count } pictures
}
command-insert-picture = Insert picture…
hint-insert-picture = Puts a picture from a file on what is selected
# On a card whose picture is damaged
scene-no-picture = The picture cannot be shown
# In the inspector
picture = Picture
picture-choose = Choose picture…
picture-change = Change picture…
picture-remove = Remove picture
picture-title = What it shows
picture-title-hint = Describe it for those who cannot see it
picture-damaged = The picture is damaged. It stays in the file as it is.
# Where a picture is held over the window
picture-drop = Drop the picture on a card, a cell or a persona
# What could not be put in; { $name } is a file's name
picture-none = “{ $name }” is not a picture that can be shown. PNG, JPEG and WebP work, of at most 64 million dots.
picture-too-large = “{ $name }” is too large: pictures may be at most { $size } MB.
picture-unread = “{ $name }” cannot be read: { $why }
# Why a picture is not read, after a colon
# $width (String)
# $height (String)
# $millions (String)
picture-too-many-dots = it has { $width } × { $height } dots; at most { $millions } million are read.
picture-no-place = First select a card, a cell or a persona for the picture
picture-pasted = Pasted picture
# What is wrong with a picture in a file
problem-picture = Picture “{ $name }” is damaged.
# $name (String)
# $why (String)
problem-picture-too-large = Picture “{ $name }” is too large: { $why }
problem-picture-kept = It is not shown, and stays in the file as it is.
