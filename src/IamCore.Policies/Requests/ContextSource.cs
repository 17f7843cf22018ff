using System.Runtime.InteropServices;
using IamCore.Policies.Values;

namespace IamCore.Policies.Requests;

/// <summary>Where the value of a context key comes from: the host, or the request itself (EV-010 to EV-013).</summary>
internal static class ContextSource
{
    private static readonly ContextKey CurrentTime = ContextKey.Of("aws:CurrentTime");
    private static readonly ContextKey EpochTime = ContextKey.Of("aws:EpochTime");

    /// <summary>Whether the host is asked: not for keys that cannot be overridden and are derived here (EV-013).</summary>
    public static bool AsksHost(in AccessRequest request, ContextKey key) =>
        key.Derived is DerivedKey.None or > DerivedKey.ResourceAccount || !DerivedContext.TryText(in request, key.Derived, out _);

    /// <summary>Sets the fact from the host's answer, else from what follows from the request, else as absent.</summary>
    public static void Fill(in AccessRequest request, ContextKey key, ContextValue supplied, ContextFact fact)
    {
        if (supplied.Text is { } text)
        {
            fact.SetText(key, text);
        }
        else if (supplied.IsMultivalued)
        {
            fact.SetMany(key, supplied.ValueArray);
        }
        else if (key.Derived != DerivedKey.None && DerivedContext.TryText(in request, key.Derived, out var derived))
        {
            MemoryMarshal.TryGetString(derived, out var whole, out var start, out var length);
            fact.SetText(key, whole!, start, length);
        }
        else
        {
            fact.SetAbsent(key);
        }
    }

    /// <summary>
    /// Sets the two times: as supplied, else from the other one, else from the request's time (EV-012). An answer that is no date is no
    /// answer: a deny that compares times must not depend on it.
    /// </summary>
    public static void FillTimes(in AccessRequest request, ContextFact currentTime, ContextFact epochTime)
    {
        var hasCurrent = TryInstant(request.Context.Find(CurrentTime), out var currentText, out var current);
        var hasEpoch = TryInstant(request.Context.Find(EpochTime), out var epochText, out var epoch);
        if (hasCurrent)
        {
            currentTime.SetText(CurrentTime, currentText);
        }
        else
        {
            currentTime.SetTime(CurrentTime, Instant.FloorToSecond(hasEpoch ? epoch : request.Time.UtcTicks), asEpoch: false);
        }

        if (hasEpoch)
        {
            epochTime.SetText(EpochTime, epochText);
        }
        else
        {
            epochTime.SetTime(EpochTime, Instant.FloorToSecond(hasCurrent ? current : request.Time.UtcTicks), asEpoch: true);
        }
    }

    private static bool TryInstant(ContextValue supplied, out string text, out long ticks)
    {
        text = supplied.Text ?? "";
        return Instant.TryParse(text, out ticks);
    }
}
