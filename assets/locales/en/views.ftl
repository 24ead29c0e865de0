## Views: what of a map is shown

view-all = Everything
view-own = Custom view
# $name (String) - the view
view-changed = { $name } · changed
# $name (String) - the view
view-button = View: { $name }
view-lanes = Lanes
view-personas = Personas
view-tags = Tags
view-marks = Marks
view-parts = Parts
# $lane (String) - the lane
view-show-lane = Show { $lane }
# $lane (String) - the lane
view-fold-lane = Show only the title of { $lane }
# $lane (String) - the lane
view-pin-lane = Keep { $lane } at the top
view-name = Name of the view
view-name-hint = Management, workshop…
view-save = Save
view-save-as = Save as a view…
# $name (String) - the view
view-update = Save the changes to { $name }
# $name (String) - the view
view-rename = Rename { $name }
# $name (String) - the view
view-delete = Delete { $name }
view-untitled = Untitled view
view-close = Close
view-help = Filters show what concerns those you choose. If you choose none, all are shown.

# $count (Number) - cards
status-hidden-cards = { $count ->
    [one] 1 card hidden
   *[other] { $count } cards hidden
}
# $count (Number) - lanes
status-hidden-lanes = { $count ->
    [one] 1 lane hidden
   *[other] { $count } lanes hidden
}
status-hidden-parts = Not everything is shown
status-show-all = Show all

command-views = Views…
hint-views = Chooses which lanes, personas, tags and marks are shown
command-show-all = Show all
hint-show-all = Removes the filters so that the whole map is shown
command-save-view = Save the view…
hint-save-view = Saves what is shown as a named view in the file
command-only-persona = Show only the selected persona
hint-only-persona = Shows only what concerns the persona, or everyone again
command-next-view = Next view
hint-next-view = Shows the next saved view, and the whole map after the last

edit-change-views = Change views

# $name (String) - what was asked for
# $known (String) - what there is
export-no-view = There is no view called “{ $name }”. There are: { $known }
# $name (String) - what was asked for
export-no-views = There is no view called “{ $name }”: the map has no saved views
export-same-journey = A map cannot be compared with itself
export-view = View
export-view-shown = As on the screen
export-compare = Comparison
export-compare-none = None

cli-about-view = only what the view of this name shows
cli-about-compare = two maps on one, each by its id, title or number
cli-about-over = compare: on top of each other, with the gap between the curves
cli-about-above = compare: one below the other
