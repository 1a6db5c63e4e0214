import Documents

/// What a credential opens, and in which environment: shared by the records of its history.
struct CredentialPlace: Hashable, CustomStringConvertible {
  let service: String
  let environment: EnvironmentName
  let type: CredentialType

  /// Nothing where one of the three could not be read.
  init?(_ credential: CredentialManager) {
    guard let service = credential.serviceName.value,
      let environment = credential.environment.value, let type = credential.credentialType.value
    else { return nil }
    self.service = service
    self.environment = environment
    self.type = type
  }

  var description: String { "\(Quoted(service)), \(environment), \(type.rawValue)" }
}
