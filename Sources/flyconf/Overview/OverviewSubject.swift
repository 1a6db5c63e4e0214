import DeployModel
import Documents

/// A project as the overview looks at it: read once, verified and validated.
struct OverviewSubject {
  let app: String
  let folder: String
  let snapshot: ProjectSnapshot
  let hasVault: Bool
  /// The vault, if it verifies.
  let vault: VerifiedVault?
  let report: FindingsReport
  let now: Timestamp
  /// What has to be rotated within the days that the overview shows.
  let due: DueList?
  let style: Style
  /// The rendered files that do not mean what the project says.
  let staleFiles: [String]

  init(_ layout: ProjectLayout, in context: Context) throws {
    let inspection = try VaultInspection.read(.reading, in: context)
    inspection.remember()
    hasVault = inspection.hasVault
    vault =
      hasVault && inspection.faults.isEmpty ? try VerifiedVault(inspection.verification) : nil
    snapshot = inspection.project.snapshot(
      inspection.verification, with: inspection.faults, naming: context.shown)
    now = try context.now()
    var report = try FindingsReport(context, rules: Rule.validated)
    report.add(.project(snapshot, layout), snapshot.validate(at: now))
    self.report = report
    let today = CalendarDate(now)
    due = vault.map { DueList($0, on: today, within: RotationLine.days) }
    folder = context.shown(layout.folder)
    style = Style(isOn: context.hasColor)
    let name = (snapshot.project.deployment.value ?? nil)?.production.appName.value
    app = name.flatMap { try? AppName($0) }?.text ?? "unnamed"
    staleFiles = try Self.staleFiles(snapshot, layout, context)
  }

  var today: CalendarDate { CalendarDate(now) }

  private static func staleFiles(
    _ snapshot: ProjectSnapshot, _ layout: ProjectLayout, _ context: Context
  ) throws -> [String] {
    try EnvironmentName.allCases.compactMap { environment in
      let name = ProjectLayout.renderedName(for: environment)
      let bytes = try context.files.contents(
        of: Path.join(layout.applicationFolder, name), limit: SourceText.sizeLimit)
      guard bytes != nil || environment == .production else { return nil }
      guard let rendered = try? snapshot.render(environment) else { return nil }
      let text = SourceText(name: name, bytes: bytes ?? [])
      return RenderedComparison(rendered, with: text).isSame ? nil : name
    }
  }
}
