using System.Reflection;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tests.Inbox;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

/// <summary>What a process owner may expect of every activity in the palette.</summary>
public sealed class EveryActivityTests
{
    public static TheoryData<string> Types() => [.. AuditActivities.All.Select(activity => activity.Descriptor.TypeName)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Descriptor_OfEveryActivity_SpeaksBothLanguagesAndHasAnIcon(string type)
    {
        var descriptor = Find(type).Descriptor;
        Label[] labels = [descriptor.Label, descriptor.Help, .. descriptor.Inputs.SelectMany(input => (Label[])[input.Label, input.Help]), .. descriptor.Inputs.SelectMany(input => input.Options ?? []).Select(option => option.Label)];
        Assert.All(labels, label => Assert.True(label.Zh.Any(letter => letter > '\u2e80') && label.En.Length > 0 && label.En.All(letter => letter < '\u2e80'), label.ToString()));
        Assert.NotEmpty(descriptor.Icon);
        Assert.NotEmpty(descriptor.Ports);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void HumanActivity_FreshFromThePalette_NamesAFormThatExistsAndOutcomesWithALabel(string type)
    {
        if (Find(type) is not HumanActivity activity)
        {
            return;
        }

        var inputs = activity.Descriptor.Inputs.ToDictionary(input => input.Name, input => input.Default);
        Assert.NotNull(Shipped.Forms().Find(inputs["Form"]!.GetValue<string>(), inputs["FormVersion"]!.GetValue<int>()));
        Assert.Equal(inputs["Outcomes"]!.AsArray().Select(outcome => outcome!.ToString()), inputs["OutcomeOptions"]!.AsObject().Select(option => option.Key));
        Assert.All(inputs["OutcomeOptions"]!.AsObject(), option => Assert.NotNull(option.Value!["en"]));
        Assert.Contains(inputs["CaseState"]!.GetValue<string>(), HumanInputs.States.Select(state => state.Value));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Class_OfEveryActivity_IsExplainedInItsSource(string type)
    {
        var name = Find(type).GetType().Name;
        var file = Directory.GetFiles(Path.Combine(Shipped.Folder(), "..", "src", "Cases"), name + ".cs", SearchOption.AllDirectories).Single(path => File.ReadAllText(path).Contains(" : ", StringComparison.Ordinal) && !path.Contains("Access", StringComparison.Ordinal));
        var lines = File.ReadAllLines(file);
        var declared = Array.FindIndex(lines, line => line.StartsWith($"public sealed class {name}", StringComparison.Ordinal));
        Assert.StartsWith("/// ", lines[declared - 1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Class_OfEveryActivity_HasATestThatNamesIt(string type)
    {
        var name = Find(type).GetType().Name + "_";
        Assert.Contains(Assembly.GetExecutingAssembly().GetTypes().SelectMany(each => each.GetMethods()), method => method.Name.StartsWith(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lifecycle_WithEveryFurtherStep_RunsThrough()
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) => key != "online-audit" ? json : OneStep.Chain(
            json, OneStep.Node("Audit.Notify"), OneStep.Node("Audit.Wait", ("hours", "1")), OneStep.Node("Audit.Handle"), OneStep.Node("Audit.CoSign", ("rule", "any")),
            OneStep.Node("Audit.SiteRecheck"), OneStep.Node("Audit.ExpertReview", ("count", "1")), OneStep.Node("Audit.Supervise"), OneStep.Node("Audit.Rectify"), OneStep.Node("Audit.VerifyRectification")));
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        await world.AddEvidenceAsync(subject.Id);
        world.Clock.Now = world.Clock.Now.AddHours(2);
        await world.Get<Pump>().SweepAsync();

        JsonObject opinion = new() { ["opinion"] = "佐证齐全，结论与规则相符" };
        await world.AnswerAsync(AuditWorld.Handler, subject, "提交", Answers.Normal());
        var signer = (await world.AllOpenAsync(subject)).Single(item => item.RoleName == Roles.CountyAuditor);
        await world.TryAnswerAsync(AuditWorld.County, signer, "同意", opinion.DeepClone().AsObject());
        await world.AnswerAsync(AuditWorld.Reviewer, subject, "属实", SiteRecheckTests.Finding());
        opinion["quality"] = "sufficient";
        await world.AnswerAsync(AuditWorld.Reviewer, subject, "认可", opinion);
        await world.AnswerAsync(AuditWorld.County, subject, "已反馈", SuperviseTests.Report());
        await world.AnswerAsync(AuditWorld.Handler, subject, "完成整改", RectifyTests.Measures());
        Assert.Equal(("closed", "closed"), await world.AnswerAsync(AuditWorld.Reviewer, subject, "合格", RectifyTests.Check()));
        Assert.Equal(0, await world.ReadAsync(db => db.Set<IncidentRow>().CountAsync()));
    }

    private static Activity Find(string type) => AuditActivities.All.Single(activity => activity.Descriptor.TypeName == type);
}
