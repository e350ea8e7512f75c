using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>The pure heart: no I/O, no clock, no randomness of its own. The same arguments give the same transition.</summary>
public static class Interpreter
{
    public static Transition Advance(CompiledDefinition definition, InstanceState state, Stimulus stimulus, AdvanceSettings settings) =>
        new(state) { Refused = new Refusal("not-allowed", $"{definition.DefinitionId} {stimulus} {settings.Now}") };
}
