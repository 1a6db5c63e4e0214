import CommandKit
import DeployModel

/// In which form a variable's value is stored, by the words of the command line alone.
struct VariableForm: Sendable {
  var isPlain: Bool
  /// The service or the id of the credential whose value it is.
  var reference: String?
  var referenceType: CredentialType?

  /// Refuses forms that contradict one another.
  func check(_ source: ValueOptions) throws(UsageError) {
    guard reference != nil else {
      guard referenceType == nil else {
        throw UsageError(message: "--type says which credential --ref means, and there is no --ref")
      }
      return
    }
    guard !isPlain, !source.isGiven else {
      throw UsageError(
        message: "with --ref the value is the credential's, and another one is given too",
        hint: "leave out --plain, --value-file and --generate")
    }
  }
}

extension Parameter where Value == VariableForm {
  /// The options for the form of a variable's value.
  static var variableForm: Self {
    let reference: Parameter<String?> = .option(
      "--ref", placeholder: "NAME", "Take the value of this credential",
      completion: .named("credential"))
    return .group(
      VariableForm.init,
      .flag("--plain", summary: "Keep the value readable; for what anyone may know"),
      reference.map { reference throws(UsageError) in
        if let reference { try SecretText.checkName(reference, for: "--ref") }
        return reference
      },
      .option("--type", placeholder: "TYPE", "Type of that credential, where there are several"))
  }
}

extension Parameter where Value == VariableFields {
  /// The options for what is said of a variable besides its value.
  static var variableFields: Self {
    .group(
      { VariableFields(category: $0, description: $1, isOptional: $2) },
      .option("--category", placeholder: "CATEGORY", "What the variable is for"),
      .openText("--description", "Purpose of the variable"),
      .flag("--optional", summary: "A deployment can do without it"))
  }
}
