## Workshop mode: the map on the whole screen, new cards, time and votes

edit-vote = Vote on a card
edit-clear-votes = Clear the votes

command-workshop = Workshop mode
hint-workshop = Shows only the map, full screen, with large buttons, a timer and voting
command-quick-add = Type new cards
hint-quick-add = Types one card after another in the same cell
command-timer = Start or pause the timer
hint-timer = Counts down the time for an exercise
command-timer-reset = Reset the timer
hint-timer-reset = Puts the time back to where it started
command-voting = Vote by clicking
hint-voting = Each click on a card gives it a vote; Shift and a click takes one back
command-vote-more = Give the selected card a vote
hint-vote-more = Puts one more dot on the card
command-vote-less = Take a vote from the selected card
hint-vote-less = Removes a dot from the card
command-clear-votes = Clear the votes
hint-clear-votes = Removes all votes from the map; can be undone

workshop-bar = Workshop
workshop-back = To the editor
workshop-add = New card
workshop-vote = Vote
workshop-undo = Undo
workshop-fit = Whole map
workshop-size = Size
# $percent (String) - how large, of the usual
workshop-size-name = Size of text and buttons: { $percent }
workshop-start = Start the timer
workshop-pause = Pause the timer
workshop-reset = Reset the timer
# $count (Number) - minutes
workshop-minutes = { $count } min
# $count (Number) - minutes
workshop-minutes-name = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
# $time (String) - minutes and seconds
workshop-time-left = Time left: { $time }
workshop-time-up = Time is up
# $count (Number) - votes
workshop-votes = { $count ->
    [one] 1 vote
   *[other] { $count } votes
}
# $left (Number) - votes that are not given yet
# $total (Number) - votes of all people
workshop-votes-left = { $left } of { $total } left
workshop-top = Most votes
workshop-no-votes = No votes yet. Switch Vote on and click the cards.
workshop-vote-help = A click gives a vote, Shift and a click takes one back. + and − on the selected card.
workshop-people = Participants
workshop-dots = Dots per person
workshop-no-limit = unlimited
# $what (String) - people or dots
workshop-fewer = Fewer: { $what }
# $what (String) - people or dots
workshop-more = More: { $what }
workshop-all-used = All dots have been given
# $lane (String) - the lane
# $column (String) - the phase, and its step
workshop-quick-where = { $lane } · { $column }
# $place (String) - lane and phase
workshop-quick-field = New card in { $place }
workshop-quick-hint = Type a card
workshop-quick-help = Enter adds it · Tab to the next cell · Esc when done
workshop-quick-nowhere = There is no lane for cards here
workshop-parking = Parking
