import Documents

/// What is said of a credential besides its value; what is left out stays as it is, or for a new
/// credential follows from its category.
package struct CredentialFields: Sendable {
  package var category: ServiceCategory?
  package var type: CredentialType?
  package var priority: RotationPriority?
  package var accessLevel: AccessLevel?
  package var publicIdentifier: String?
  package var purpose: String?
  package var usageContext: String?
  package var securityNotes: String?
  package var generator: GeneratorChoice?

  /// Whether the credential stores a form of random value, by which scripts rotate it.
  package enum GeneratorChoice: Sendable {
    case none
    case form(ValueGenerator)
  }

  package init(
    category: ServiceCategory? = nil, type: CredentialType? = nil,
    priority: RotationPriority? = nil, accessLevel: AccessLevel? = nil,
    publicIdentifier: String? = nil, purpose: String? = nil, usageContext: String? = nil,
    securityNotes: String? = nil, generator: GeneratorChoice? = nil
  ) {
    self.category = category
    self.type = type
    self.priority = priority
    self.accessLevel = accessLevel
    self.publicIdentifier = publicIdentifier
    self.purpose = purpose
    self.usageContext = usageContext
    self.securityNotes = securityNotes
    self.generator = generator
  }

  /// Writes what is said into an entry.
  func apply(to node: inout Node) {
    let texts: KeyValuePairs<String, String?> = [
      "service_category": category?.rawValue, "access_level": accessLevel?.rawValue,
      "credential_type": type?.rawValue, "public_identifier": publicIdentifier,
      "rotation_priority": priority?.rawValue, "purpose": purpose,
      "usage_context": usageContext, "security_notes": securityNotes,
    ]
    for (key, text) in texts {
      if let text { node.setMember(key, Node(.string(text))) }
    }
    switch generator {
    case .form(let form):
      node.setMember("rotation", .object(["generate": Node(.string(form.description))]))
    case .some(.none): node.setMember("rotation", nil)
    case nil: break
    }
  }
}
