## Transitions made on the map

command-add-loop-back = Add transition: loop back
hint-add-loop-back = Shows that customers go back from here
command-add-skip = Add transition: skip
hint-add-skip = Shows that customers skip ahead from here
command-add-leave = Add transition: leave
hint-add-leave = Shows that customers leave here
# On the handle at a phase or step
transition-handle = Drag to another phase, or out of the map, to show that customers go back, skip or leave
# Beside the pointer while one is dragged
transition-back-to = Go back to { $name }
transition-skips-to = Skip ahead to { $name }
transition-leaves = Leave the journey
transition-next = They get there anyway
transition-nowhere = Drop on a phase or step, or above the map to leave
# $sum (String) - "104%"
inspector-share-over = The shares from here come to { $sum } together with those who go on
