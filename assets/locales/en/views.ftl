## Views: what of a map is shown

view-all = Everything
view-own = Own view
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
view-fold-lane = Only the title of { $lane }
# $lane (String) - the lane
view-pin-lane = Keep { $lane } at the top
view-name = Name of the view
view-name-hint = Management, Workshop …
view-save = Save
view-save-as = Save as a view …
# $name (String) - the view
view-update = Save the changes to { $name }
# $name (String) - the view
view-rename = Rename { $name }
# $name (String) - the view
view-delete = Delete { $name }
view-untitled = View without a name
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
hint-show-all = Takes the filters away so that the whole map is shown
command-save-view = Save the view…
hint-save-view = Keeps what is shown in the file as a view with a name
command-only-persona = Show only the selected persona
hint-only-persona = Shows only what concerns the persona, or all again
command-next-view = Next view
hint-next-view = Shows the next saved view, and the whole map after the last

edit-change-views = Change views
