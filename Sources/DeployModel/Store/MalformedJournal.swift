/// What is wrong with a journal that flyconf would not have written.
struct MalformedJournal: Error, Hashable {
  /// Lower case, no full stop.
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
