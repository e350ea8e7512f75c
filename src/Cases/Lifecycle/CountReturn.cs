using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>An outcome that the definition marks as a return was chosen: it counts against the quality of the reply.</summary>
public sealed record CountReturn(string Subject) : Effect;

/// <inheritdoc cref="CountReturn"/>
public sealed class CountReturnHandler(NotificationRows notifications) : EffectHandler<CountReturn>
{
    /// <summary>Domain document 02 section 4.3: after two returns the city is told.</summary>
    public const int ReturnsBeforeEscalation = 2;

    protected override async ValueTask ApplyAsync(CountReturn effect, CommitSession session)
    {
        if (SubjectRef.Parse(effect.Subject) is not { IsCase: true } subject)
        {
            return;
        }

        AuditCase? counted = null;
        await CaseRow.ChangeAsync(session, subject, row => (counted, row.Returns) = (row, row.Returns + 1));
        if (counted!.Returns == ReturnsBeforeEscalation)
        {
            await session.AppendHistoryAsync(effect.Subject, "case.escalated", new JsonObject { ["returns"] = counted.Returns });
            await notifications.AddAsync(
                session, Roles.Reviewer, counted.OrgPath, "case.escalated", [counted.Number, counted.Returns.ToString(CultureInfo.InvariantCulture)], effect.Subject);
        }
    }

    /// <summary>The level that a step starts with.</summary>
    public static int LevelAfter(int returns) => returns >= ReturnsBeforeEscalation ? 1 : 0;
}
