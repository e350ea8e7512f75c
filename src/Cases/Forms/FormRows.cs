using CaseMgmt.Cases.Inbox;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Forms;

/// <summary>Reads one published form for the library, which keeps it: it never changes afterwards.</summary>
public sealed class FormRows(ContextSource contexts)
{
    public FormDefinition? Find(string key, int version)
    {
        using var context = contexts.Create();
        var json = context.Set<FormRow>().Where(row => row.FormKey == key && row.FormVersion == version && row.State == FormStates.Published).Select(row => row.Json).FirstOrDefault();
        return json is null ? null : FormDefinition.Read(json);
    }
}
