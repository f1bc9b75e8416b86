-- SPDX-License-Identifier: GPL-3.0-or-later
-- One tracking body of about 1 kB, as the service posts it.
local step = [[{"trackingId":"%s","role":"%s","channel":"%s","type":"%s","order":%d,"status":"%s",]]
  .. [["detailedStatus":"%s","phone_number":"+306900000000","country":"GR","operator":"Example",]]
  .. [["price":0.0451,"label":"bench","startedAt":"2026-11-23T10:00:00.000Z",]]
  .. [["updatedAt":"2026-11-23T10:00:05.250Z","latency_ms":5250,"templateId":"%s"}]]
local id = "0f8fad5b-d9cb-469f-a165-70867728950e"
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"flowId":"' .. id .. '","status":"InProgress","statusCode":null,"total_cost":0.0902,"steps":['
  .. string.format(step, id, "primary", "viber", "ViberOtp", 1, "EXPIRED", "Expired", id) .. ","
  .. string.format(step, id, "failover", "sms", "Sms", 2, "Queued", "Sent", id) .. "]}"
