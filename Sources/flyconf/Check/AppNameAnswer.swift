import DeployModel

/// What is to be said of an application's name after Fly.io was asked.
struct AppNameAnswer {
  let rule: Rule
  let message: String
  let help: String

  /// Nothing for a name that is free, or whose application is one's own.
  ///
  /// - Parameters:
  ///   - status: The status of the answer, 0 if there was none.
  ///   - code: The exit code of curl.
  static func answer(_ name: String, status: Int, curl code: Int32) -> AppNameAnswer? {
    switch status {
    case 200, 404: nil
    case 403:
      AppNameAnswer(
        .appNameTaken, "the application's name '\(name)' is taken by somebody else",
        help: "choose another app_name, or use a token of the organization that has it")
    case 401: notAsked(name, "the token in FLY_API_TOKEN is not accepted")
    case 0: notAsked(name, "there was no answer (curl ended with \(code))")
    default: notAsked(name, "Fly.io answered with the status \(status)")
    }
  }

  private init(_ rule: Rule, _ message: String, help: String) {
    self.rule = rule
    self.message = message
    self.help = help
  }

  static func notAsked(_ name: String, _ reason: String) -> AppNameAnswer {
    AppNameAnswer(
      .appNameNotAsked, "it is not known whose the application's name '\(name)' is: \(reason)",
      help: "run it again with a token of yours in FLY_API_TOKEN")
  }
}
