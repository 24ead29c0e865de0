## Pages made of maps

# $part (String)
# $parts (String)
page-part = Part { $part } of { $parts }
page-best = Best moment
page-worst = Worst moment
