## Other words by which the palette finds commands, with spaces between them

search-scale = scale timescale timeline proportional
search-widths = width columns
search-interface-size = size text larger smaller scale enlarge
search-room = room gaps missing lacks map opportunities matrix ranking tasks board table all cards list
search-overview = minimap scroll navigate
search-chain = chain flow thread activities leads to purpose arrow
search-export = pdf png svg powerpoint excel html print
search-present = presentation projector slideshow
search-find = search look
search-delete = remove erase
search-theme = theme appearance colours
search-motion = animation animations
search-point = feeling curve emotion
search-persona = person customer
search-compare = difference differences comparison
search-future = vision goal
search-workshop = exercise vote voting group
search-timer = clock countdown
search-guide = guide tutorial how to start method steps help
search-keys = shortcuts help
search-views = filter hide
search-template = templates
search-fit = overview
search-story = slides script
search-picture = photo image logo
search-pen = pen feeling emotion
