/// A moment at which a member lost rights, or someone else got hold of the member's keys.
///
/// New keys keep them from what is sealed afterwards; what they could read before, they know.
struct RightsLoss: Sendable {
  let position: Int
  let time: Timestamp
  let cause: Exposure.Cause
  private let before: Member
  private let after: Member

  /// Nothing if the member can open afterwards all that it could open before.
  init?(from before: Member, to entry: MemberHistory.Entry) {
    guard let cause = Exposure.Cause(from: before, to: entry.member) else { return nil }
    self.before = before
    after = entry.member
    position = entry.position
    time = entry.time
    self.cause = cause
  }

  var member: MemberName { before.name }

  /// Whether someone knows what was sealed in a compartment who should not.
  func exposes(_ compartment: Compartment) -> Bool {
    guard before.mayReveal(compartment) else { return false }
    return cause == .grantsNarrowed ? !after.mayReveal(compartment) : true
  }
}
