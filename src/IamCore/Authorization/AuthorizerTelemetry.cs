using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IamCore.Authorization;

/// <summary>One authorizer's meter and activity source, both named <c>IamCore</c>. Almost free while nobody listens.</summary>
internal sealed class AuthorizerTelemetry : IDisposable
{
    private const string Name = "IamCore";

    private static readonly object[] Decisions = [.. Enum.GetValues<Decision>().Select(PolicyNames)];
    private static readonly object[] Reasons = [.. Enum.GetValues<AccessReason>().Select(r => r.ToString())];

    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly Counter<long> _decided;
    private readonly Counter<long> _loaded;
    private readonly Counter<long> _failed;
    private readonly Histogram<double> _duration;

    public AuthorizerTelemetry(IMeterFactory? meters, Func<long> cachedPrincipals, Func<long> revisionLag)
    {
        _ownsMeter = meters is null;
        _meter = meters?.Create(new MeterOptions(Name)) ?? new Meter(Name);
        _decided = _meter.CreateCounter<long>("iamcore.decisions", "{decision}", "Decisions made");
        _loaded = _meter.CreateCounter<long>("iamcore.directory.reads", "{read}", "Questions that required reading the directory");
        _failed = _meter.CreateCounter<long>("iamcore.failures", "{failure}", "Questions that failed instead of being decided");
        _duration = _meter.CreateHistogram<double>("iamcore.decision.duration", "s", "Duration of decisions");
        _meter.CreateObservableGauge("iamcore.principals.cached", cachedPrincipals, "{principal}", "Principals whose policies are cached");
        _meter.CreateObservableGauge("iamcore.revision.lag", revisionLag, "{revision}", "Known revisions that the watch has not delivered yet");
    }

    /// <summary>This authorizer's own source: tests that listen to one of several authorizers compare it, since all have the same name.</summary>
    public ActivitySource Activities { get; } = new(Name);

    /// <summary>Whether anybody listens for durations.</summary>
    public bool IsTiming => _duration.Enabled;

    /// <summary>Starts an activity; null if nobody listens.</summary>
    public Activity? Start(in AccessQuestion question)
    {
        if (!Activities.HasListeners())
        {
            return null;
        }

        var activity = Activities.StartActivity("iamcore.authorize");
        activity?.SetTag("iamcore.action", question.Action.ToString());
        activity?.SetTag("iamcore.principal.kind", question.Principal.Kind.ToString());
        return activity;
    }

    public void Decided(in AccessResult result, long startedAt, Activity? activity)
    {
        if (_decided.Enabled)
        {
            _decided.Add(
                1,
                new KeyValuePair<string, object?>("iamcore.decision", Decisions[(int)result.Decision.Decision]),
                new KeyValuePair<string, object?>("iamcore.reason", Reasons[(int)result.Reason]));
        }

        if (startedAt != 0)
        {
            _duration.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds);
        }

        if (activity is not null)
        {
            activity.SetTag("iamcore.decision", Decisions[(int)result.Decision.Decision]);
            activity.SetTag("iamcore.reason", Reasons[(int)result.Reason]);
            activity.SetTag("iamcore.revision", result.Revision);
            activity.Dispose();
        }
    }

    public void Loaded() => _loaded.Add(1);

    /// <summary>Counts a failure; always returns false, for use in an exception filter.</summary>
    public bool Failed(Exception exception, Activity? activity)
    {
        if (exception is not OperationCanceledException)
        {
            _failed.Add(1, new KeyValuePair<string, object?>("error.type", exception.GetType().FullName));
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().FullName);
        }

        activity?.Dispose();
        return false;
    }

    public void Dispose()
    {
        Activities.Dispose();
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    private static object PolicyNames(Decision decision) => decision switch
    {
        Decision.Allow => "allow",
        Decision.ExplicitDeny => "explicitDeny",
        _ => "implicitDeny",
    };
}
