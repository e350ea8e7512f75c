using System.Globalization;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Forms;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Designer.Fields;
using CaseMgmt.Workflows.Activities;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Descriptors;

/// <summary>Reads which forms are published: a few dozen keys and numbers, asked with every list of descriptors, so that a form can be chosen as soon as it is approved.</summary>
public sealed class FormChoices(FormLibrary library, IDbContextFactory<CaseDbContext> contexts)
{
    public async Task<PublishedForms> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<FormRow>().AsNoTracking().Where(row => row.State == FormStates.Published).OrderBy(row => row.FormKey).ThenByDescending(row => row.FormVersion)
            .Select(row => new { row.FormKey, row.FormVersion }).ToListAsync(cancellationToken);
        return new([.. rows.GroupBy(row => row.FormKey).Select(form => new FormChoice(form.Key, TitleOf(form.Key, form.First().FormVersion), [.. form.Select(row => row.FormVersion)]))]);
    }

    private Label TitleOf(string key, int version) => library.Find(key, version)?.Title is { } title ? new(title.Zh, title.En) : new(key, key);
}

/// <summary>One form that a node may name.</summary>
/// <param name="Versions">Published ones, the latest first.</param>
public sealed record FormChoice(string Key, Label Title, IReadOnlyList<int> Versions);

/// <summary>The forms that nodes may name, and the panel of a node with them in its drop-downs.</summary>
public sealed record PublishedForms(IReadOnlyList<FormChoice> Forms)
{
    public const string Form = "Form";
    public const string Version = "FormVersion";

    /// <summary>Changes when a form or a version is published.</summary>
    public string Stamp => string.Join(' ', Forms.Select(form => $"{form.Key}/{form.Versions[0]}"));

    /// <summary>The activity with the inputs that people fill: forms by title, outcomes and ladder without JSON.</summary>
    public ActivityDescriptor Panel(ActivityDescriptor descriptor) => descriptor.IsHuman
        ? descriptor with { Inputs = [.. NodeFields.Shown(descriptor).Select(input => WithChoices(input, descriptor))] } : descriptor;

    /// <summary>The versions of a form as choices; none where no such form is published.</summary>
    public IReadOnlyList<(string Value, Label Label)> VersionsOf(string key) =>
        [.. (Forms.FirstOrDefault(form => form.Key == key)?.Versions ?? []).Select(version => version.ToString(CultureInfo.InvariantCulture))
            .Select(version => (version, new Label($"第 {version} 版", $"Version {version}")))];

    private InputDescriptor WithChoices(InputDescriptor input, ActivityDescriptor descriptor) => input.Name switch
    {
        Form => input with { UiHint = "dropdown", Options = [.. Forms.Select(form => (form.Key, new Label($"{form.Title.Zh}（{form.Key}）", $"{form.Title.En} ({form.Key})")))] },
        Version => input with { UiHint = "dropdown", Options = VersionsOf(DefaultForm(descriptor)), DependsOnOthers = true },
        _ => input,
    };

    private static string DefaultForm(ActivityDescriptor descriptor) => descriptor.Inputs.First(input => input.Name == Form).Default?.ToString() ?? "";
}
