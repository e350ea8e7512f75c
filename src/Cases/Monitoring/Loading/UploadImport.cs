using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// POST /api/imports: CSV or XLSX files, or one zip of them, stored as they come and loaded after the answer. With ?missing=keep the tables that are not
/// among them stay as they are.
/// </summary>
public static class UploadImport
{
    public sealed record Accepted(long Id);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/imports", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DataImport)).WithName("imports.upload");

    private static async Task<IResult> HandleAsync(
        HttpContext context, string? missing, MarketingImport import, MarketingFiles files, MonitoringJobs jobs, CurrentAccount me, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || type.Boundary.Length == 0)
        {
            return Problem.Unprocessable("import-empty");
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = ReceivedFiles.Limit;
        }

        var batch = await import.OpenAsync(me.Actor, cancellation);
        var received = new ReceivedFiles(files.NewUpload(batch.Id));
        try
        {
            await received.AddAsync(new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), context.Request.Body), cancellation);
        }
        catch (Exception broken) when (broken is UploadException or InvalidDataException or IOException)
        {
            var problem = (broken as UploadException)?.Problem ?? new LoadProblem("", null, null, "upload-broken", broken.Message);
            await import.AbandonAsync(batch, problem);
            return Problem.Unprocessable("import-broken", problem.Text(Texts.LanguageOf(context)));
        }

        var order = new LoadOrder(received.Folder, missing == "keep") { Noted = received.Noted };
        jobs.Enqueue($"import {batch.Id}", async stop =>
        {
            try
            {
                await import.LoadAsync(batch, order, stop);
            }
            finally
            {
                Directory.Delete(received.Folder, true);
            }
        });
        return Results.Accepted($"/api/imports/{batch.Id}", new Accepted(batch.Id));
    }
}
