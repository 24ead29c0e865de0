## Emotion curve

curve-quote-open = ”
curve-quote-close = ”
curve-nobody = Utan persona

## Transitions

arc-loop-back = { $share } går tillbaka
arc-skip = { $share } hoppar framåt
arc-leave = { $share } lämnar
arc-other = { $share } { $kind }
arc-loop-back-some = Går tillbaka
arc-skip-some = Hoppar framåt
arc-leave-some = Lämnar
arc-to = { $what } till { $phase }
arc-from = { $what } hit från { $phase }
arc-reason = { $what }: { $reason }
arc-title = { $from } → { $to }: { $what }
arc-title-out = { $from }: { $what }
