### In from other programs

## What is told of a source

# $line (Number)
# $told (String) - a sentence
import-at-line = Line { $line }: { $told }
# $thing (String)
# $told (String) - a sentence
import-at-thing = { $thing }: { $told }
# $cell (String) - B7
# $told (String) - a sentence
import-at-cell = Cell { $cell }: { $told }
# $sheet (String)
# $cell (String) - B7
# $told (String) - a sentence
import-at-sheet = { $sheet }, cell { $cell }: { $told }
# $said (String)
import-parked = “{ $said }” found no place and is in the parking lot.
# $said (String)
import-score-missing = “{ $said }” has no score, so nobody feels anything there.
# $said (String)
import-score-unclear = the score in “{ $said }” is not a number, so nobody feels anything there.
# $said (String)
import-score-clamped = the score in “{ $said }” is outside 1 to 5 and became the nearest of them.
# $said (String)
import-actor-empty = “{ $said }” has an empty name among those who take part; it is left out.
# $said (String)
import-signs-read = “{ $said }” has signs that Mermaid itself would misread; they are read as text.
# $said (String)
import-replaced = “{ $said }” says something again, and differently; the later counts.
# $said (String)
import-diagram-skipped = “{ $said }” is a diagram of another kind and is left out.
import-kept-damaged = the map that Kundresa put in the comments is damaged; only the text that shows was read.
# $said (String)
import-reckoned = “{ $said }” holds figures that follow from the map; they are worked out anew.
# $said (String)
import-not-found = what “{ $said }” leads to is not there; it is left out.
# $said (String)
import-removed = “{ $said }” is no longer in the text and was taken off the map.

## Why there is nothing to take in

import-empty = There is nothing in it to make a map of.
# $kind (String) - flowchart
import-other-diagram = It is a Mermaid diagram of another kind ({ $kind }). Only “journey” can become a map.
# $kind (String) - PDF
import-other-file = It is a { $kind } file, which cannot become a map. A table (Excel, CSV), an outline (Markdown, OPML) and a Mermaid journey can.
import-unknown = Nothing in it was recognised. A table (Excel, CSV), an outline (Markdown, OPML) and a Mermaid journey can become a map.
import-broken = It is damaged and cannot be read.
# $line (Number)
# $why (String)
import-damaged-at = It cannot be read from line { $line } on: { $why }
# $why (String)
import-damaged = It cannot be read: { $why }
# $many (String)
# $most (String)
import-too-large = It is larger than a map can be: { $many }, at most { $most }.
import-locked = It is protected by a password. Save it without one and try again.
# $most (String)
import-too-many-bytes = It is too large: at most { $most } MB, unpacked.
# $count (Number)
import-more = { $count ->
    [one] and one thing more
   *[other] and { $count } things more
}
# $file (String)
import-done = “{ $file }” became a new map.
import-told = This is what could not be taken over as it was.

## On the command line

cli-about-import = makes a map of a table (Excel, CSV), an outline (Markdown, OPML) or a Mermaid journey
cli-import-options = Options of import:
cli-about-import-output = the file of the map; “-” for the standard output
