// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineexport.h"

#include "models/text/masking.h"
#include "ui/timeline/timelinepainter.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace otpscope::ui {

namespace {

constexpr double sharpness = 2;

double headHeight(const PictureSheet &sheet)
{
    return QFontMetricsF(titleFont(sheet.font)).height() + QFontMetricsF(sheet.font).height() +
           2 * spacing::medium;
}

QSize sizeOf(const PictureSheet &sheet)
{
    return {int(std::ceil(sheet.picture.size.width())),
            int(std::ceil(sheet.picture.bottom + headHeight(sheet))) + spacing::medium};
}

void paintSheet(QPainter &painter, const PictureSheet &sheet)
{
    const QSize size = sizeOf(sheet);
    painter.fillRect(QRect(QPoint(0, 0), size), sheet.colours.surface);
    const double line = QFontMetricsF(titleFont(sheet.font)).height();
    const double width = size.width() - 2 * spacing::large;
    painter.setFont(titleFont(sheet.font));
    painter.setPen(sheet.colours.text);
    painter.drawText(QRectF(spacing::large, spacing::medium, width, line),
                     Qt::AlignLeft | Qt::AlignVCenter, sheet.headline);
    painter.setFont(sheet.font);
    painter.setPen(sheet.colours.muted);
    painter.drawText(
        QRectF(spacing::large, spacing::medium + line, width, QFontMetricsF(sheet.font).height()),
        Qt::AlignLeft | Qt::AlignVCenter, sheet.details);
    painter.translate(0, headHeight(sheet));
    paintTimeline(painter, sheet.picture, sheet.colours, sheet.font, std::nullopt);
}

} // namespace

PictureSheet masked(PictureSheet sheet)
{
    sheet.headline = models::maskedWords(sheet.headline);
    for (PictureText &text : sheet.picture.texts) {
        if (text.isQuoted)
            text.text = models::maskedWords(text.text);
    }
    return sheet;
}

QImage imageOf(const PictureSheet &sheet)
{
    QImage image(sizeOf(sheet) * sharpness, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(sharpness);
    image.fill(sheet.colours.surface);
    QPainter painter(&image);
    paintSheet(painter, sheet);
    return image;
}

QByteArray pngOf(const PictureSheet &sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    imageOf(sheet).save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(const PictureSheet &sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sizeOf(sheet));
    generator.setViewBox(QRect(QPoint(0, 0), sizeOf(sheet)));
    generator.setTitle(sheet.headline);
    generator.setDescription(sheet.details);
    QPainter painter(&generator);
    paintSheet(painter, sheet);
    painter.end();
    return bytes;
}

} // namespace otpscope::ui
