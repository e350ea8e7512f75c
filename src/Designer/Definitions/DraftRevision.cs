using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Http;

namespace CaseMgmt.Designer.Definitions;

/// <summary>
/// What a tab last saw of a definition: version number and a digest of the text. Not the row's integer: publishing raises that one without changing a letter,
/// and the author's open tab would meet a conflict with nobody.
/// </summary>
public static class DraftRevision
{
    public const string Header = "X-Draft-Revision";

    public static string Of(DefinitionRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.DefinitionVersion}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Json)))[..16]}");

    /// <summary>Tells the tab what its next save builds on.</summary>
    public static void Send(HttpResponse response, DefinitionRow row)
    {
        response.Headers[Header] = Of(row);
        response.Headers["X-Definition-Id"] = Uri.EscapeDataString(row.DefinitionId);
    }
}
