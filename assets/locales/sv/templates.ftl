templates-and-more = { $count ->
    [one] { $first } Och { $count } sak till är fel.
   *[other] { $first } Och { $count } saker till är fel.
}
