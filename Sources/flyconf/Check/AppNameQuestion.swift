import DeployModel
import Documents

/// Asks Fly.io whose an application's name is, with the system's `curl`.
///
/// The token goes to curl on its standard input, so that no list of processes shows it.
///
/// Source: https://fly.io/docs/machines/api/apps-resource/, "Get an application's details".
struct AppNameQuestion {
  private let context: Context

  init(_ context: Context) { self.context = context }

  /// What Fly.io says of the names of all environments, each asked for once.
  func answers(for project: Project) throws -> [AppNameAnswer] {
    guard let deployment = project.deployment.value ?? nil else { return [] }
    let names = EnvironmentName.allCases.compactMap { deployment[$0].appName.value }
    return Set(names.compactMap { (try? AppName($0))?.text }).sorted().compactMap(answer)
  }

  private func answer(for name: String) -> AppNameAnswer? {
    guard let token = context.variable("FLY_API_TOKEN") else {
      return .notAsked(name, "FLY_API_TOKEN is not set")
    }
    do throws(FileError) {
      guard let program = SystemProgram.path(of: "curl", in: context.environment) else {
        return .notAsked(name, "curl is not installed")
      }
      let result = try ChildProcess.run(
        program, Self.arguments(address(of: name)), environment: childEnvironment,
        input: Array(Self.configuration(token).utf8))
      let status = String(decoding: result.output, as: UTF8.self)
      return .answer(name, status: Int(status) ?? 0, curl: result.status)
    } catch {
      return .notAsked(name, error.description)
    }
  }

  private func address(of name: String) -> String {
    let base = context.variable("FLY_FLAPS_BASE_URL") ?? "https://api.machines.dev"
    return "\(base)/v1/apps/\(name)"
  }

  /// Nothing of curl's own files is read, and nothing is followed or kept.
  private static func arguments(_ address: String) -> [String] {
    [
      "-q", "--silent", "--max-time", "10", "--output", "/dev/null", "--write-out",
      "%{http_code}", "--config", "-", "--url", address,
    ]
  }

  /// Macaroons have a scheme of their own.
  private static func configuration(_ token: String) -> String {
    let isMacaroon = ["fm1r_", "fm1a_", "fm2_"].contains(where: token.hasPrefix)
    let value =
      token.hasPrefix("FlyV1 ") ? token : isMacaroon ? "FlyV1 \(token)" : "Bearer \(token)"
    let escaped = value.filter { !$0.isNewline }.replacing("\\", with: "\\\\")
      .replacing("\"", with: "\\\"")
    return "header = \"Authorization: \(escaped)\"\n"
  }

  /// The token is curl's business only where it reads it.
  private var childEnvironment: [String: String] {
    context.environment.filter { name, _ in
      !name.hasPrefix("FLYCONF_") && name != "FLY_API_TOKEN" && name != "FLY_ACCESS_TOKEN"
    }
  }
}
