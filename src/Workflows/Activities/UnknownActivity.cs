using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Stands for a type that this process does not know: its JSON is kept and shown, publishing refuses it, running it is an incident.</summary>
internal sealed class UnknownActivity(string typeName) : Activity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        typeName, 1, "Unknown", new("未知活动", "Unknown activity"), new("本系统不认识这个类型", "This type is not known here"), "question", [], [], ["Done"])
    {
        IsBrowsable = false,
    };

    public override ActivityResult Execute(ActivityContext context) =>
        ActivityResult.Failed("unknown-type", $"The activity type {typeName} is not known.");
}
