package import Documents

/// A rule that does not apply to one entity, and why: an element of `flyconf:ignore`.
package struct Suppression: Sendable {
  package static let key = "flyconf:ignore"

  package var rule: Readable<String>
  package var reason: Readable<String>
}

extension Suppression: Entity {
  package static let schema = Schema(
    "Suppression",
    Self.init,
    .required("rule", \.rule, "Code of the rule, such as FC412"),
    .required("reason", \.reason, "Why the rule does not apply here")
  )
}
