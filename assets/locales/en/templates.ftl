# What is wrong with a file: the first fault, and how many more there are.
templates-and-more = { $count ->
    [one] { $first } And { $count } more thing is wrong.
   *[other] { $first } And { $count } more things are wrong.
}
