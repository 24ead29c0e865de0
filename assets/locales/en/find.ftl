## Finding text

command-find = Find…
hint-find = Finds text on cards, in notes, quotes and titles, in all journey maps of the file
command-find-next = Find next
hint-find-next = Goes to the next match
command-find-previous = Find previous
hint-find-previous = Goes to the previous match
find-hint = Find in all maps
find-close = Close
find-count = { $at } of { $count }
find-none = Nothing found
# It is found in a lane or by a filter that is not shown
find-hidden = Not shown on the map now: hidden, collapsed or filtered out
find-quote = Quote
find-step = Step
find-in-note = in the note
find-in-tag = tag
find-in-owner = owner
find-in-role = role
find-in-reason = reason
find-in-purpose = purpose
