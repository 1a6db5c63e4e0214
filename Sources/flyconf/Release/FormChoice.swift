import CommandKit
import DeployModel

/// A form of export named on the command line.
struct FormChoice: ArgumentValue {
  let form: ExportForm

  init?(argument: String) {
    guard let form = ExportForm.all.first(where: { $0.name == argument }) else { return nil }
    self.form = form
  }

  static var choices: [String] { ExportForm.all.map(\.name) }
}

extension Parameter where Value == ExportForm {
  /// The form in which values are to be written, which has to be said.
  static var exportForm: Self {
    let choice: Parameter<FormChoice?> = .option(
      "--for", placeholder: "FORM", "What is to read them")
    return choice.map { choice throws(UsageError) in
      guard let choice else {
        throw UsageError(
          message: "--for is missing: in which form are the values to be written?",
          hint: ExportForm.all.map { "\($0.name): \($0.summary)" }.joined(separator: "; "))
      }
      return choice.form
    }
  }
}
