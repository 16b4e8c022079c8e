/// One thing of a state that an expression can look up and a fact can change.
///
/// What was worked out from a state still holds after a fact that touched none of what was looked
/// up for it: so a long meeting does not work out its agenda anew at each line. Coarse where fine
/// would cost more than it saves.
enum StateCell: Hashable, Sendable {
  case people
  case answer(Address)
  /// Which answers hang on an item, as the innermost of their address.
  case hanging(String)
  /// Which items are in a list at one address, over merges.
  case list(Address)
  /// Which items are in a question's lists, whatever loops they stand in.
  case lists(String)
  /// An item's words, columns, authors, theme.
  case item(String)
  /// Whether items stand alone or in a theme.
  case grouping
  case members(String)
  case ballots(Address)
  case settled(Address)
  case ending(Address)
  case followUps
  /// A merge, another playbook: whatever was worked out may be another.
  case everything
}
