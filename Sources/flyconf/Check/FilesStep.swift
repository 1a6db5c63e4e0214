import DeployModel

extension CheckStep {
  static let files = CheckStep(
    name: "files", summary: "git keeps the files of the vault, and leaves out keys and logs",
    reports: { $0.isOne(of: .vaultFileIgnored, .privateFileNotIgnored) },
    needsProject: false,
    look: { subject, found in
      if subject.options.hasNoGit {
        found.reasonToSkip = "by --no-git"
        return
      }
      let git = try subject.requireGit()
      do throws(GitError) {
        let kept = try KeptFiles(subject, git)
        found.findings = kept.findings
        found.detail = kept.detail
      } catch {
        throw Failure(error.description, help: error.help)
      }
    })
}
