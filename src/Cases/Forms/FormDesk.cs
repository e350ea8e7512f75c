using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Http;

namespace CaseMgmt.Cases.Forms;

/// <summary>Drafts, requests and decisions of forms inside a commit. Every step that another person relies on is a row of the form's own hash chain.</summary>
public static class FormDesk
{
    public static string Subject(string key) => "form/" + key;

    /// <summary>The versions of a form, oldest first, with nobody else at them until the commit is over.</summary>
    public static async ValueTask<List<FormRow>> VersionsAsync(CommitSession session, string key)
    {
        await session.LockAsync(Subject(key));
        return await session.QueryAsync<FormRow>($"form_key = {key} order by form_version");
    }

    /// <summary>A draft with the next number; the number in the JSON follows.</summary>
    public static FormRow NewDraft(string key, IReadOnlyList<FormRow> versions, string actor, DateTime now) => new()
    {
        FormKey = key, FormVersion = versions.Count == 0 ? 1 : versions[^1].FormVersion + 1, CreatedBy = actor, CreatedAt = now,
    };

    /// <summary>Puts a text into a row that is not published. What was asked for with the old text is void.</summary>
    public static void Fill(FormRow row, JsonObject form)
    {
        (form["key"], form["version"]) = (row.FormKey, row.FormVersion);
        (row.Json, row.ContentHash) = (FormText.Write(form), FormText.Hash(form));
        row.Title = (form["title"] as JsonObject)?["zh"]?.ToString() is { } title ? title[..Math.Min(title.Length, 256)] : row.FormKey;
        (row.State, row.RequestedBy, row.RequestedByPerson, row.RequestedAt, row.Comment) = (FormStates.Draft, null, null, null, null);
    }

    public static async ValueTask PublishAsync(CommitSession session, FormRow row)
    {
        (row.State, row.PublishedAt) = (FormStates.Published, session.Now);
        await NoteAsync(session, row, "published");
        session.Announce("forms");
    }

    public static ValueTask NoteAsync(CommitSession session, FormRow row, string what) => session.AppendHistoryAsync(
        Subject(row.FormKey), "form." + what, new JsonObject { ["version"] = row.FormVersion, ["hash"] = row.ContentHash, ["comment"] = row.Comment });

    /// <summary>Why this person may not decide on this row now, or null. Persons are compared, not accounts. Pure.</summary>
    public static string? Refusal(FormRow? row, string contentHash, CurrentAccount me) =>
        row is not { State: FormStates.Review } || row.ContentHash != contentHash ? "form-not-in-review"
        : row.RequestedBy == me.Id || row.RequestedByPerson == me.PersonNo ? "form-own-request"
        : null;

    /// <summary>The text as a form; a problem where it is none.</summary>
    public static FormDefinition Read(JsonObject form)
    {
        try
        {
            return FormDefinition.Read(form.ToJsonString()) is { Fields: not null } read && read.Fields.All(field => field is not null)
                ? read : throw new ProblemException(Problem.Unprocessable("form-unreadable"));
        }
        catch (JsonException)
        {
            throw new ProblemException(Problem.Unprocessable("form-unreadable"));
        }
    }

    /// <summary>A problem that lists what is wrong with the form, or nothing.</summary>
    public static void Demand(FormDefinition form)
    {
        if (FormCheck.Findings(form) is { Count: > 0 } findings)
        {
            throw new ProblemException(new Problem(StatusCodes.Status422UnprocessableEntity, "form-has-errors") { More = { ["findings"] = findings } });
        }
    }
}
