extension Rule {
  static let flyTomlGPU = Rule(
    "FC966", "fly-toml-gpu", .warning, "No machine asks for a GPU",
    rationale: """
      Fly.io offers no machines with a GPU any more. flyctl still reads the settings, and no \
      deployment can make such a machine.
      """,
    reference:
      "https://github.com/superfly/flyctl/blob/ad0172fa/internal/command/platform/vmsizes.go",
    example: .flyToml(
      at: "gpu_kind = 'l40s'", wrong: "[[vm]]\ngpu_kind = 'l40s'",
      right: "[[vm]]\nsize = 'performance-8x'"),
    .flyToml { file, report in
      for machine in file.machineTables where machine.asksForGPU {
        let size = machine.text("size").flatMap { RetiredMachineSize.named($0.content) }
        let key = machine.written("gpu_kind") == nil ? "gpus" : "gpu_kind"
        // A size with a GPU is no size any more, which another rule says.
        guard size?.hasGPU != true, machine.has(key) else { continue }
        report.add(
          "'\(key)' asks for a GPU, and Fly.io offers none any more",
          help: "remove it, and run what needs a GPU elsewhere", at: machine.place(of: key))
      }
    })
}
