using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Writes a line to the console of a dry run; elsewhere the line goes to the log.</summary>
public sealed class WriteLine : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "WriteLine", "Console", "输出一行", "Write line", "试运行时输出一行文字", "Writes a line in a dry run", "terminal",
        Describe.Input("Text", "String", "文字", "Text", "要输出的文字", "The text"));

    public override ActivityResult Execute(ActivityContext context)
    {
        var activation = (ActivationContext)context;
        activation.Advancement.WriteLine(activation.ReadText("Text") ?? "");
        return ActivityResult.Done;
    }
}
