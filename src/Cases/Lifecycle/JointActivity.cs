using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>
/// A question put to several people at once. Each answers alone in the own inbox, nobody twice; the node leaves as soon as its rule is decided, and the
/// questions that are then still open are withdrawn by the same commit.
/// </summary>
public abstract class JointActivity : HumanActivity
{
    private const int MostAsked = 20;

    public override ActivityResult Execute(ActivityContext context)
    {
        var signers = SignersOf(context);
        if (signers.Count is 0 or > MostAsked)
        {
            return ActivityResult.Failed("signers", $"'{context.ActivityName}' must ask 1 to {MostAsked} people; its inputs name {signers.Count}.");
        }

        _ = Ballot.Decide(NodeInputs.Required(context, "Rule"), signers.Count, NodeInputs.Texts(context, "Outcomes"), []);
        Enter(context);
        foreach (var (role, personNo) in signers)
        {
            Put(context, role, personNo);
        }

        (context.State["asked"], context.State["votes"]) = (signers.Count, new JsonArray());
        return ActivityResult.Waiting;
    }

    public override IReadOnlyList<GuardProblem> Guard(AnswerFacts facts) =>
        facts.AnsweredBy.Contains(facts.PersonNo) ? [new GuardProblem(null, "answered-already")] : [];

    /// <summary>Not each answer sends a case back, only what they come to: a count that rises meanwhile would tell how somebody voted.</summary>
    protected override string? Decided(ActivityContext context, Answer answer) => Ballot.Decide(
        NodeInputs.Required(context, "Rule"), context.State["asked"]!.GetValue<int>(), NodeInputs.Texts(context, "Outcomes"),
        [.. context.State["votes"]!.AsArray().Select(vote => vote!.GetValue<string>()), answer.Outcome]);

    protected override ActivityResult After(ActivityContext context, Answer answer)
    {
        var outcome = Decided(context, answer);
        context.State["votes"]!.AsArray().Add(answer.Outcome);
        return outcome is null ? ActivityResult.Waiting : ActivityResult.Outcome(outcome);
    }

    /// <summary>Persons by staff number and one person of each chosen role; where neither is named, as many people of the node's role as it says.</summary>
    private static List<(string Role, string? PersonNo)> SignersOf(ActivityContext context)
    {
        var role = NodeInputs.Required(context, "Role");
        List<(string Role, string? PersonNo)> named =
        [
            .. NodeInputs.Texts(context, "Persons").Distinct().Select(person => (role, (string?)person)),
            .. NodeInputs.Texts(context, "Signers").Distinct().Select(signer => (signer, (string?)null)),
        ];
        return named.Count > 0 ? named : [.. Enumerable.Repeat((role, (string?)null), NodeInputs.Whole(context, "Count"))];
    }

    private protected static ActivityDescriptor DescribeJoint(string typeName, Label label, Label help, string icon, HumanDefaults defaults, JointDefaults joint) =>
        Describe(typeName, label, help, icon, defaults,
        [
            new("Signers", "Object", new("参与角色", "Roles asked"), new("所选每个角色各办理一份", "One person of each role answers"),
                new JsonArray([.. joint.Signers.Select(signer => JsonValue.Create(signer))]), "checklist", HumanInputs.RoleOptions),
            new("Persons", "Object", new("指定人员（工号）", "Persons (staff numbers)"), new("按工号逐个添加，每人办理一份", "Each of them answers"), new JsonArray(), "multitext"),
            new("Count", "Int32", new("份数", "How many"), new("未选角色和人员时，由“办理角色”中的几人办理", "People of the role, where nobody is named above"), joint.Count),
            HumanInputs.Choice("Rule", new("通过规则", "Rule"), new("首个结果为同意，其余为不同意", "The first outcome is in favour, the others against"), joint.Rule,
            [
                (Ballot.All, new("全部同意", "All")), (Ballot.Majority, new("过半数同意", "Majority")), (Ballot.Any, new("任一同意", "Any one")),
            ]),
        ]);
}

/// <summary>Whom a joint node asks and by which rule it decides, where a definition says nothing.</summary>
public sealed record JointDefaults(string[] Signers, int Count, string Rule);
