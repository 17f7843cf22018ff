namespace IamCore.Tests.Sessions;

/// <summary>Waits for what happens in the background; only what never happens fails, after minutes.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await isSo())
        {
            await Task.Delay(1, patience.Token);
        }
    }
}
